// A figure that moves in time with the session. The drawing stands in the page itself, so that its
// animation can be led to any moment. Its own style element, which the page's policy forbids, is
// left out; the dark colours in it become a stylesheet of the page's.

export interface FigureBoard {
  show(address: string): void;
  seek(milliseconds: number): void;
  clear(): void;
}

interface Drawing {
  readonly svg: SVGSVGElement;
  readonly dark: string; // a rule for media
}

const DARK = /@media\(prefers-color-scheme:dark\)\{.*?\}\}/;

const drawings = new Map<string, Promise<Drawing>>();
const colours = adoptedSheet();

/** Fetches a drawing, so that it is there when it is shown. */
export function prepareFigure(address: string): Promise<Drawing> {
  const known = drawings.get(address);
  if (known) return known;
  const drawing = svgText(address).then(parsed);
  drawings.set(address, drawing);
  drawing.catch(() => drawings.delete(address)); // the next try may have a network
  return drawing;
}

export function figureBoard(frame: HTMLElement): FigureBoard {
  let wanted = '';
  let moment = 0; // milliseconds
  let drawing: SVGSVGElement | undefined;

  const seek = (): void => {
    if (!drawing || typeof drawing.setCurrentTime !== 'function') return;
    drawing.setCurrentTime(moment / 1000);
  };
  const put = ({ svg, dark }: Drawing): void => {
    drawing = svg.cloneNode(true) as SVGSVGElement;
    colours?.replaceSync(`.stage-figure{${dark}}`);
    frame.replaceChildren(drawing);
    drawing.pauseAnimations?.();
    seek();
  };
  return {
    show(address) {
      if (address === wanted) return;
      wanted = address;
      prepareFigure(address).then(
        (found) => {
          if (wanted === address) put(found);
        },
        () => {
          if (wanted !== address) return;
          drawing = undefined;
          frame.replaceChildren(); // the words are enough
        },
      );
    },
    seek(milliseconds) {
      if (milliseconds === moment) return;
      moment = milliseconds;
      seek();
    },
    clear() {
      wanted = '';
      drawing = undefined;
      frame.replaceChildren();
    },
  };
}

/** Browsers that know no such sheets show the light colours, which are in the drawing itself. */
function adoptedSheet(): CSSStyleSheet | undefined {
  try {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    return undefined;
  }
}

function parsed(text: string): Drawing {
  // Out before it is parsed: the policy counts a style element even in a document that is not shown.
  const plain = text.replace(/<style>[^]*?<\/style>/g, '');
  const { documentElement } = new DOMParser().parseFromString(plain, 'image/svg+xml');
  const svg = document.importNode(documentElement, true);
  if (!(svg instanceof SVGSVGElement)) throw new Error('this is not a drawing');
  // The still panels for readers who want less motion are shown by seeking instead.
  for (const part of svg.querySelectorAll('.st')) part.remove();
  return { svg, dark: DARK.exec(text)?.[0] ?? '' };
}

/** The page may not fetch `data:` addresses, as they stand in the edition of one file. */
async function svgText(address: string): Promise<string> {
  if (!address.startsWith('data:')) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return response.text();
  }
  const comma = address.indexOf(',');
  const body = address.slice(comma + 1);
  if (!address.slice(0, comma).endsWith(';base64')) return decodeURIComponent(body);
  const bytes = Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
