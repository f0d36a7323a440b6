/** The bar on top: file and view commands, then the run with its clock, then what the run goes by. */
import {
  Columns2,
  Database,
  FilePlus2,
  FileText,
  FolderOpen,
  Menu as MenuIcon,
  Network,
  Save,
  Search,
} from 'lucide-react';
import { isDirty, useDocument } from '../../store/document.ts';
import { showCentre } from '../../commands/go-to.ts';
import { usePreferences } from '../../store/preferences.ts';
import { copiedTask } from '../../store/run/copied-task.ts';
import { useRun } from '../../store/run/run.ts';
import { wholeTime } from '../../ui/data/virtual-time.ts';
import { showProduction, showsProduction, useProduction } from '../../store/production/production.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import { CommandButton } from './command-button.tsx';
import { MainMenu } from './main-menu.tsx';
import { RunControls } from '../run/run-controls.tsx';
import { RunSettingsBar } from '../run/run-settings-bar.tsx';
import styles from './toolbar.module.css';

export function Toolbar() {
  const isOpen = useDocument((state) => state.isOpen);
  const isProduction = useProduction(showsProduction);
  return (
    <header className={styles['bar']}>
      <div role="toolbar" aria-label="File" className={styles['group']}>
        <MainMenu trigger={<IconButton icon={MenuIcon} label="Menu" />} />
        <CommandButton id="file.new" icon={FilePlus2} />
        <CommandButton id="file.open" icon={FolderOpen} />
        <CommandButton id="file.save" icon={Save} />
      </div>
      <DocumentName />
      {isOpen && !isProduction && (
        <div className={styles['run']}>
          <RunControls />
          <RunSettingsBar />
        </div>
      )}
      <div className={styles['end']}>
        {isOpen && <CentreChoice />}
        <CommandButton id="view.palette" icon={Search} />
      </div>
    </header>
  );
}

function DocumentName() {
  const name = useDocument((state) => state.name);
  const source = useDocument((state) => state.source);
  const isOpen = useDocument((state) => state.isOpen);
  const dirty = useDocument(isDirty);
  if (!isOpen) return <h1 className={styles['name']}>Tasker Workbench</h1>;
  const where =
    source.kind === 'file'
      ? source.file.shownPath
      : source.kind === 'example'
        ? `example ${source.example}`
        : 'not saved yet';
  return (
    <h1 className={styles['name']} title={where}>
      <span className={styles['file']}>{name}</span>
      {source.kind === 'example' && <span className={styles['badge']}>example</span>}
      <CopyBadge />
      {dirty && (
        <span className={styles['dirty']} role="img" aria-label="unsaved changes">
          ●
        </span>
      )}
    </h1>
  );
}

/** Whoever sees real data must not take it for a simulation, nor a simulation of it for production. */
function CopyBadge() {
  const view = useRun((state) => state.view);
  const copied = view === null ? null : copiedTask(view);
  if (copied === null) return null;
  return (
    <span className={styles['badge']} title={`As it was in production at ${wholeTime(copied.at)}`}>
      copy of task {copied.task}
    </span>
  );
}

const VIEWS = [
  { id: 'canvas', label: 'Canvas alone', icon: Network },
  { id: 'split', label: 'Canvas and text', icon: Columns2 },
  { id: 'text', label: 'Text alone', icon: FileText },
] as const;

function CentreChoice() {
  const centre = usePreferences((state) => state.centre);
  const isProduction = useProduction(showsProduction);
  const isConnected = useProduction(({ phase }) => phase.kind !== 'none');
  return (
    <div role="group" aria-label="View" className={styles['group']}>
      {VIEWS.map(({ id, label, icon }) => (
        <IconButton
          key={id}
          icon={icon}
          label={label}
          isPressed={!isProduction && centre === id}
          onClick={() => showCentre(id)}
        />
      ))}
      {isConnected && (
        <IconButton
          icon={Database}
          label="Production"
          isPressed={isProduction}
          onClick={() => showProduction()}
        />
      )}
    </div>
  );
}
