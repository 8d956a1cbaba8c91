// Hands a text over as a file.

export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read a while after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
