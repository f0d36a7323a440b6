// @vitest-environment happy-dom
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copyAs, exportAs } from '../../../src-renderer/document/export-document.ts';
import { scaleOf } from '../../../src-renderer/document/picture-bytes.ts';
import { EMPTY_VIEW, useDocument } from '../../../src-renderer/store/document.ts';
import { useNotices } from '../../../src-renderer/store/notices.ts';
import { useQuestions } from '../../../src-renderer/store/questions.ts';
import { download } from '../../../src-renderer/ui/data/download.ts';
import { MINIMAL } from '../../template/texts.ts';

vi.mock('../../../src-renderer/ui/data/download.ts', () => ({ download: vi.fn() }));

beforeEach(() => {
  useDocument.setState({
    text: MINIMAL,
    name: 'orders.yaml',
    environment: null,
    view: EMPTY_VIEW,
    isOpen: true,
  });
});
afterEach(() => {
  vi.clearAllMocks();
  useNotices.setState({ notices: [] });
});

const saved = vi.mocked(download);

/** Answers the question that is asked, and says which it was. */
async function answered(id: string | null, work: Promise<void>): Promise<string> {
  await vi.waitFor(() => expect(useQuestions.getState().asked).toHaveLength(1));
  const [question] = useQuestions.getState().asked;
  question?.answer(id);
  await work;
  return question?.text ?? '';
}

describe('exporting the document', () => {
  test('a form is saved under the name of the template', async () => {
    await exportAs('mermaid');
    expect(saved).toHaveBeenCalledExactlyOnceWith(
      'orders.mmd',
      expect.stringContaining('s1["fetch<br/>'),
      'text/vnd.mermaid',
    );
  });

  test('the chosen environment is merged in', async () => {
    useDocument.setState({
      text: `${MINIMAL}environments: { test: { version: 2.0.0 } }\n`,
      environment: 'test',
    });
    await exportAs('yaml');
    expect(saved.mock.calls[0]?.[0]).toBe('orders.test.yaml');
    expect(saved.mock.calls[0]?.[1]).not.toContain('environments');
  });

  test('what would be lost is told first, and nothing is saved if that is not wanted', async () => {
    const text = await answered('cancel', exportAs('tasker-core'));
    expect(text).toContain('• /task_handler_class: There are no task handlers');
    expect(saved).not.toHaveBeenCalled();
    await answered('export', exportAs('tasker-core'));
    expect(saved.mock.calls[0]?.[0]).toBe('orders.tasker-core.yaml');
  });

  test('several files come as one archive', async () => {
    await exportAs('ruby');
    const [name, content] = saved.mock.calls[0] ?? [];
    expect(name).toBe('orders.ruby.zip');
    if (!(content instanceof Uint8Array)) throw new Error('no archive');
    expect(Object.keys(unzipSync(content))).toContain('app/tasks/fetch_handler.rb');
  });

  test('a template with errors is refused with the first of them', async () => {
    useDocument.setState({ text: MINIMAL.replace('name: orders\n', '') });
    await exportAs('svg');
    expect(saved).not.toHaveBeenCalled();
    const [notice] = useNotices.getState().notices;
    expect(notice?.title).toContain('The template has 1 error');
    expect(notice?.detail).toContain('Line 1:');
  });

  test('a text goes to the clipboard', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await copyAs('svg', 'The picture');
    expect(writeText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^<svg /));
    expect(useNotices.getState().notices[0]?.title).toBe('The picture copied');
  });
});

test('a large picture is drawn less sharp, never too large', () => {
  expect(scaleOf({ width: 800, height: 600 })).toBe(2);
  expect(scaleOf({ width: 40_000, height: 100 })).toBe(0.4);
  const { width, height } = { width: 12_000, height: 14_000 };
  const scale = scaleOf({ width, height });
  expect(width * height * scale * scale).toBeLessThanOrEqual(120_000_001);
});
