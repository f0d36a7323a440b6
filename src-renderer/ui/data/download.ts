/** Hands something to the person as a file; the browser, or the desktop's own dialog, asks where to. */

export function download(name: string, content: string | Uint8Array, type: string): void {
  // A copy: the bytes may lie in a part of a larger buffer that is shared.
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
