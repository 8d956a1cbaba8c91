// Put first into every page of the copy that is tested: writes down what a visitor would never see. Not every
// driver hears it.

(() => {
  const NAME = 'watched';
  const note = (problem) => {
    const noted = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    sessionStorage.setItem(NAME, JSON.stringify([...noted, `${location.pathname}: ${problem}`]));
  };
  const listen = (target, name, tell, isNothing = () => false) =>
    target.addEventListener(
      name,
      (event) => isNothing(event) || note(`${name}: ${tell(event)}`),
      true,
    );
  // What a page announces is lost when it is left soon, and fetched when it is needed.
  const isLost = ({ target }) => target instanceof HTMLLinkElement && /preload$/.test(target.rel);
  listen(window, 'error', ({ message, target }) => message ?? target.src ?? target.href, isLost);
  listen(window, 'unhandledrejection', ({ reason }) => reason);
  listen(document, 'securitypolicyviolation', (event) => {
    return `${event.violatedDirective} ${event.blockedURI} ${event.sample}`;
  });
  const { error } = console;
  console.error = (...words) => {
    note(`console: ${words.join(' ')}`);
    error.apply(console, words);
  };
})();
