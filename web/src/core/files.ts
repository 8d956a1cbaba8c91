// The files that the builder needs: fetched, or taken from the page when one file holds the site.

/** The text of the file at an address; `#/catalogue.json` is an element of this page. */
export async function fileText(address: string): Promise<string> {
  return partOfPage(address) ?? (await fetched(address)).text();
}

/** Its bytes; what is part of the page is in base64. */
export async function fileBytes(address: string): Promise<BufferSource> {
  const text = partOfPage(address);
  if (text !== undefined) return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  // Not compiled while it streams: that would depend on the content type a host gives to .wasm files.
  return (await fetched(address)).arrayBuffer();
}

function partOfPage(address: string): string | undefined {
  if (!address.startsWith('#')) return undefined;
  return document.getElementById(address.slice(1))?.textContent ?? undefined;
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}
