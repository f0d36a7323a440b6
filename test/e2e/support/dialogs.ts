/** Answers the dialogs of the system in place of a person, and remembers what was asked. */
import type { ElectronApplication } from 'playwright-core';

/** `undefined`: cancelled. */
export async function answerOpenDialog(app: ElectronApplication, path: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({
      canceled: path === undefined,
      filePaths: path === undefined ? [] : [path],
    });
  }, path);
}

export async function answerSaveDialog(app: ElectronApplication, path: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === undefined, filePath: path ?? '' });
  }, path);
}

/** `button`: as it is labelled; asked more than once, the answer stays the same. */
export async function answerQuestion(app: ElectronApplication, button: string): Promise<void> {
  await app.evaluate(({ app, dialog }, button) => {
    const asked: string[] = [];
    Object.assign(app, { asked });
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { message = '', buttons = [] } = Object(args.at(-1));
      asked.push(message);
      return { response: buttons.indexOf(button), checkboxChecked: false };
    };
  }, button);
}

/** The questions that were answered since `answerQuestion`. */
export async function askedQuestions(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ app }) => Object(app).asked);
}
