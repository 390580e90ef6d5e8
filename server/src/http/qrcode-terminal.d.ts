/** The one function we use; the package brings no types. */
declare module 'qrcode-terminal' {
  const qrcode: { generate(text: string, options: { small: boolean }, print: (code: string) => void): void };
  export default qrcode;
}
