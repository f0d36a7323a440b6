/** First words of `npm start --` that are for the command line: its commands, and what it says about itself. */
export const CLI_WORDS = [
  'lint',
  'simulate',
  'test',
  'export',
  'examples',
  'inspect',
  'help',
  '--help',
  '-h',
  '--version',
];
