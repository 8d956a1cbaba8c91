// Silence that is played: browsers give the buttons of a headset and of the locked screen only to a page
// with a media element that plays, and a voice is none. Nobody hears it.

const SECONDS = 10; // Chromium passes over what takes less than five
const RATE = 8000; // samples a second, of one byte each
const MIDDLE = 0x80; // of such a sample: no sound

/** A WAV file as an address, so that it is there without a network and in a single file. */
export function silentAddress(): string {
  const samples = SECONDS * RATE;
  const bytes = new Uint8Array(44 + samples).fill(MIDDLE);
  const view = new DataView(bytes.buffer);
  const mark = (at: number, text: string): void =>
    [...text].forEach((sign, index) => view.setUint8(at + index, sign.charCodeAt(0)));
  mark(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  mark(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); // bytes of what follows, up to the data
  view.setUint16(20, 1, true); // not compressed
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true); // bytes a second
  view.setUint16(32, 1, true); // bytes of a sample
  view.setUint16(34, 8, true); // bits of a sample
  mark(36, 'data');
  view.setUint32(40, samples, true);
  return `data:audio/wav;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
