/** Hands a file to the browser to keep. */
export function saveFile(name: string, content: Blob): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
export const saveText = (name: string, text: string, type: string): void => saveFile(name, new Blob([text], { type }));
