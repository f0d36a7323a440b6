// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openById } from '../../../src-renderer/document/open-file.ts';
import { WorkspaceList } from '../../../src-renderer/explorer/workspace-list.tsx';
import { NO_WORKSPACE, useWorkspace } from '../../../src-renderer/store/workspace.ts';
import { show } from '../panels/support/screen.tsx';
import { listed, unreadable } from '../workspace/templates.ts';

vi.mock('../../../src-renderer/document/open-file.ts', () => ({ openById: vi.fn() }));

const folder = { id: 'f', name: 'flows', shownPath: '~/flows' };

afterEach(() => {
  useWorkspace.setState(NO_WORKSPACE);
});

test('without a folder one can be opened', () => {
  show(<WorkspaceList />);
  expect(screen.getByRole('button', { name: 'Open folder…' })).toBeTruthy();
});

test('a template is opened by a click, and its problems are told in words', () => {
  useWorkspace.setState({
    folder,
    templates: [listed('a.yaml', { errors: 2, warnings: 1 }), unreadable('b.yaml', 'May not be read.')],
  });
  show(<WorkspaceList />);
  const row = screen.getByRole('button', { name: /order 0\.1\.0.*2 errors, 1 warning/ });
  fireEvent.click(row);
  expect(openById).toHaveBeenCalledExactlyOnceWith('a.yaml');
  expect(screen.getByTitle('b.yaml: May not be read.')).toBeTruthy();
});

test('a long list can be searched', () => {
  const templates = Array.from({ length: 9 }, (_, index) =>
    listed(`${index}.yaml`, { name: `flow_${index}` }),
  );
  useWorkspace.setState({ folder, templates });
  show(<WorkspaceList />);
  fireEvent.change(screen.getByRole('textbox', { name: 'Find a template' }), { target: { value: 'flow_7' } });
  expect(screen.getAllByTitle(/\.yaml$/).map((row) => row.title)).toEqual(['7.yaml']);
});

test('what goes wrong and what is left out is said', () => {
  useWorkspace.setState({ folder, problem: 'It is gone.', notes: ['Some are not listed.'] });
  show(<WorkspaceList />);
  expect(screen.getByText('It is gone.')).toBeTruthy();
  expect(screen.getByText('Some are not listed.')).toBeTruthy();
});

test('arrow keys go from template to template, Home and End to the ends', async () => {
  const templates = ['a', 'b', 'c'].map((name) => listed(`${name}.yaml`, { name, namespace: name }));
  useWorkspace.setState({ folder, templates });
  show(<WorkspaceList />);
  const row = (name: string) => screen.getByTitle(`${name}.yaml`);
  expect(row('a').tabIndex).toBe(0);
  row('a').focus();
  fireEvent.keyDown(row('a'), { key: 'ArrowDown' });
  await vi.waitFor(() => expect(document.activeElement).toBe(row('b')));
  fireEvent.keyDown(row('b'), { key: 'End' });
  await vi.waitFor(() => expect(document.activeElement).toBe(row('c')));
  expect([row('a'), row('b'), row('c')].map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
});
