/** A stylesheet as a text: bundled as such. */
declare module '*.css' {
  const text: string;

  export { text as default };
}
