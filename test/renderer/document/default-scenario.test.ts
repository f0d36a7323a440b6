// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { defaultScenario } from '../../../src-renderer/document/open-document.ts';

const scenario = (file: string) => ({ file, title: file, description: '', text: '' });

it('takes the scenario that is named like the template, as the command line does', () => {
  const beside = [scenario('order.card-declined.scenario.yaml'), scenario('order.scenario.yaml')];
  expect(defaultScenario('order.yaml', beside)).toBe('order.scenario.yaml');
  expect(defaultScenario('order.yml', beside)).toBe('order.scenario.yaml');
});

it('takes none when only others lie beside it', () => {
  expect(defaultScenario('order.yaml', [scenario('order.card-declined.scenario.yaml')])).toBeNull();
  expect(defaultScenario('order.yaml', [])).toBeNull();
});
