/** The layout: explorer, centre with the panel below it, details; sizes are remembered. */
import { Canvas } from '../../canvas/canvas.tsx';
import { Editor } from '../../editor/editor.tsx';
import { Explorer } from '../../explorer/explorer.tsx';
import { Details } from '../../panels/details/details.tsx';
import { useDocument } from '../../store/document.ts';
import { usePreferences } from '../../store/preferences.ts';
import { showsProduction, useProduction } from '../../store/production/production.ts';
import { Banners } from '../messages/banners.tsx';
import { BottomPanel } from './bottom-panel.tsx';
import { MomentBar } from '../moment/moment-bar.tsx';
import { Pane, Panes } from './panes.tsx';
import { ProductionCentre } from '../production/production-centre.tsx';
import { ProductionStrip } from '../production/production-strip.tsx';
import { StatusBar } from '../messages/status-bar.tsx';
import { Toolbar } from '../toolbar/toolbar.tsx';
import { Welcome } from '../welcome.tsx';
import styles from './workbench.module.css';

export function Workbench() {
  const isOpen = useDocument((state) => state.isOpen);
  const { showsExplorer, showsDetails } = usePreferences();
  const isProduction = useProduction(showsProduction);
  return (
    <div className={styles['workbench']}>
      <Toolbar />
      <ProductionStrip />
      <Banners />
      {isProduction || !isOpen ? <div /> : <MomentBar />}
      {/* Anew with the first document: a border that was hidden from the start would never say where it is. */}
      <Panes name="columns" direction="horizontal" key={isOpen ? 'open' : 'empty'}>
        <Pane id="explorer" label="Explorer" size={17} minSize={170} isHidden={!showsExplorer}>
          <Explorer />
        </Pane>
        <Pane id="centre" size={57} minSize={320}>
          {/* It stays behind production as it is: the text keeps its undo stack, the canvas its place. */}
          <div className={styles['layer']} data-hidden={isProduction} inert={isProduction}>
            {isOpen ? <Centre /> : <Welcome />}
          </div>
          {isProduction && <ProductionCentre />}
        </Pane>
        <Pane
          id="details-pane"
          label="Step details"
          size={26}
          minSize={240}
          isHidden={!isOpen || !showsDetails || isProduction}
        >
          <Details />
        </Pane>
      </Panes>
      <StatusBar />
    </div>
  );
}

function Centre() {
  const showsPanel = usePreferences((state) => state.showsPanel);
  return (
    <Panes name="rows" direction="vertical">
      <Pane id="document" size={62} minSize={160}>
        <DocumentViews />
      </Pane>
      <Pane id="panel" label="Events and problems" size={38} minSize={110} isHidden={!showsPanel}>
        <BottomPanel />
      </Pane>
    </Panes>
  );
}

function DocumentViews() {
  const centre = usePreferences((state) => state.centre);
  return (
    <Panes name="views" direction="horizontal">
      <Pane id="canvas-pane" label="Canvas" size={52} minSize={200} isHidden={centre === 'text'}>
        <Canvas />
      </Pane>
      <Pane id="text-pane" label="Text" size={48} minSize={200} isHidden={centre === 'canvas'}>
        <Editor />
      </Pane>
    </Panes>
  );
}
