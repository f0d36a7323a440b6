/** Takes a scenario file from anywhere, for as long as the template is open. */
import { pickThroughInput } from '../platform/browser/pickers.ts';
import { useDocument } from '../store/document.ts';

export async function addScenarioFile(): Promise<void> {
  const file = await pickThroughInput();
  if (file === null) return;
  const text = await file.text();
  const added = { file: file.name, title: file.name, description: '', text };
  useDocument.setState(({ scenarios }) => ({
    scenarios: [...scenarios.filter((each) => each.file !== file.name), added],
    scenario: file.name,
  }));
}
