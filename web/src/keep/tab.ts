// A text that is kept in one tab until it is closed. In a private window that keeps nothing there is none.

export interface TabText {
  read(): string | null;
  write(text: string): void;
  forget(): void;
}

export function textInTab(key: string): TabText {
  return {
    read: () => tried((storage) => storage.getItem(key)),
    write: (text) => void tried((storage) => storage.setItem(key, text)),
    forget: () => void tried((storage) => storage.removeItem(key)),
  };
}

function tried<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
