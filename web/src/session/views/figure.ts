// A figure that moves in time with the session. The drawing stands in the page itself, so that its
// animation can be led to any moment; its own style element, which the page's policy forbids, is
// left out, and session.css has the rules instead.

export interface FigureBoard {
  show(address: string): void;
  seek(milliseconds: number): void;
  clear(): void;
}

const drawings = new Map<string, Promise<SVGSVGElement>>();

/** Fetches a drawing, so that it is there when it is shown. */
export function prepareFigure(address: string): Promise<SVGSVGElement> {
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
  const put = (next: SVGSVGElement): void => {
    drawing = next;
    frame.replaceChildren(next);
    next.pauseAnimations?.();
    seek();
  };
  return {
    show(address) {
      if (address === wanted) return;
      wanted = address;
      prepareFigure(address).then(
        (svg) => {
          if (wanted === address) put(svg.cloneNode(true) as SVGSVGElement);
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

function parsed(text: string): SVGSVGElement {
  // Out before it is parsed: the policy counts a style element even in a document that is not shown.
  const plain = text.replace(/<style>[^]*?<\/style>/g, '');
  const { documentElement } = new DOMParser().parseFromString(plain, 'image/svg+xml');
  const svg = document.importNode(documentElement, true);
  if (!(svg instanceof SVGSVGElement)) throw new Error('this is not a drawing');
  // The still panels for readers who want less motion are shown by seeking instead.
  for (const part of svg.querySelectorAll('.st')) part.remove();
  return svg;
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
