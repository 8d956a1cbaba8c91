// What runs in the builder's page: it makes changes as a person would, and times them.

/** Before the page's own scripts: notes what its worker is asked. */
export function noteQuestions() {
  const asked = [];
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function post(message, ...rest) {
    if (message.question) asked.push({ name: message.name, question: message.question });
    return postMessage.call(this, message, ...rest);
  };
  Object.assign(window, { asked });
}

/** Gives the page `changeTimes(names, n)`: makes changes one after the other, `n` times. */
export function stopwatch() {
  const QUIET = 400; // milliseconds between two changes, until nothing moves any more
  const LIMIT = 5000;
  const result = document.querySelector('#builder-result');
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const button = (text, within = result) =>
    [...within.querySelectorAll('button')].find((one) => one.textContent.startsWith(text));

  async function offers(card) {
    button('Swap', card).click();
    for (let waited = 0; waited < LIMIT; waited += 20) {
      const use = button('Use this', card);
      if (use) return use;
      await pause(20);
    }
    throw new Error('no movement was offered');
  }

  /** Each makes ready for a change, and gives the change itself. */
  const changes = {
    minutes(i) {
      const slider = document.querySelector('#minutes');
      return () => {
        slider.value = 8 + ((i * 7) % 20);
        for (const type of ['input', 'change'])
          slider.dispatchEvent(new Event(type, { bubbles: true }));
      };
    },
    condition: () => () => document.querySelector('input[value="pregnancy"]').click(),
    async swap() {
      const use = await offers(result.querySelector('.movements > :nth-child(2)'));
      await pause(QUIET);
      return () => use.click();
    },
    undo: () => () => button('Undo').click(),
    another: () => () => button('Another').click(),
  };

  /** The routine is drawn in one go; the next message after the next frame comes when it is painted. */
  function painted() {
    return new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      observer.observe(result, {
        ...{ childList: true, subtree: true, characterData: true, attributes: true },
      });
      setTimeout(() => reject(new Error('nothing was drawn')), LIMIT);
    });
  }

  window.changeTimes = async (names, n) => {
    const taken = Object.fromEntries(names.map((name) => [name, []]));
    for (let i = 0; i < n; ++i) {
      for (const name of names) {
        const make = await changes[name](i);
        window.asked.length = 0;
        const end = painted();
        const start = performance.now();
        make();
        const milliseconds = (await end) - start;
        taken[name].push({ milliseconds, questions: [...window.asked] });
        await pause(QUIET);
      }
    }
    return taken;
  };
}
