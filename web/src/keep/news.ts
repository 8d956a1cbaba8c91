// Tells the other pages of this site that something was changed.

export interface News {
  tell(): void;
  onTold(callback: () => void): void;
}

export function newsOf(name: string): News {
  if (typeof BroadcastChannel === 'undefined') return newsOnReturn();
  const channel = new BroadcastChannel(name);
  return {
    tell: () => channel.postMessage('changed'),
    onTold: (callback) => channel.addEventListener('message', () => callback()),
  };
}

/** Whoever comes back to a page may have changed something in another. */
function newsOnReturn(): News {
  return {
    tell: () => undefined,
    onTold(callback) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') callback();
      });
    },
  };
}
