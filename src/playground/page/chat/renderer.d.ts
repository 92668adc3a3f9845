// Microsoft publishes the renderer for bundlers with a package missing; the file that has it all comes without types.
declare module 'adaptivecards/dist/adaptivecards.min.js' {
  export * from 'adaptivecards';
}
