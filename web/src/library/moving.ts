// Figures on cards move while a pointer or the focus rests on them, and on a touch screen at the
// press of a button. Nothing moves by itself, one at a time, Escape stops it, and for those who want
// less motion nothing moves at all.

const PAUSE_MILLISECONDS = 350; // a pointer that passes by moves nothing

const ICONS = {
  play: 'M8 5.5v13l11-6.5z',
  pause: 'M7 5.5h3.5v13H7zM13.5 5.5H17v13h-3.5z',
} as const;

interface Playing {
  readonly card: HTMLElement;
  readonly picture: HTMLImageElement;
  readonly still: string;
}

export function moveFigures(): void {
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  let timer = 0;
  let playing: Playing | null = null;

  const stop = (): void => {
    clearTimeout(timer);
    if (!playing) return;
    const { card, picture, still } = playing;
    playing = null;
    picture.src = still;
    press(card, false);
  };
  const play = (card: HTMLElement): void => {
    const address = buttonOf(card)?.value ?? '';
    const picture = card.querySelector('img');
    if (playing?.card === card || !picture || address === '' || lessMotion.matches) return;
    stop();
    const next = { card, picture, still: picture.getAttribute('src') ?? '' };
    playing = next;
    press(card, true);
    // Only when it is there: a slow network must not leave an empty card.
    const moving = new Image();
    moving.addEventListener('load', () => {
      if (playing === next) picture.src = address;
    });
    moving.addEventListener('error', () => {
      if (playing === next) stop();
    });
    moving.src = address;
  };
  const soon = (card: HTMLElement): void => {
    clearTimeout(timer);
    timer = setTimeout(() => play(card), PAUSE_MILLISECONDS);
  };

  document.addEventListener('pointerover', ({ pointerType, target, relatedTarget }) => {
    const card = cardAt(target);
    if (pointerType !== 'mouse' || card === cardAt(relatedTarget)) return;
    if (card) soon(card);
    else stop();
  });
  document.documentElement.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') stop(); // a finger leaves whenever it is lifted
  });
  document.addEventListener('focusin', ({ target }) => {
    const card = cardAt(target);
    if (card && target instanceof Element && target.matches('a:focus-visible')) soon(card);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (cardAt(target) && cardAt(target) !== cardAt(relatedTarget)) stop();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') stop();
  });
  document.addEventListener('visibilitychange', stop);
  lessMotion.addEventListener('change', stop);

  for (const button of document.querySelectorAll<HTMLButtonElement>('.card-play[hidden]')) {
    if (button.value === '') continue;
    button.hidden = false;
    button.append(icon());
    button.addEventListener('click', () => {
      const card = cardAt(button);
      if (card && playing?.card !== card) play(card);
      else stop();
    });
  }
}

function cardAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.card') : null;
}

function buttonOf(card: HTMLElement): HTMLButtonElement | null {
  return card.querySelector<HTMLButtonElement>('.card-play');
}

function press(card: HTMLElement, pressed: boolean): void {
  const button = buttonOf(card);
  button?.setAttribute('aria-pressed', String(pressed));
  button?.querySelector('path')?.setAttribute('d', pressed ? ICONS.pause : ICONS.play);
}

function icon(): SVGElement {
  const make = (name: string): SVGElement =>
    document.createElementNS('http://www.w3.org/2000/svg', name);
  const drawing = make('svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const path = make('path');
  path.setAttribute('d', ICONS.play);
  path.setAttribute('fill', 'currentColor');
  drawing.append(path);
  return drawing;
}
