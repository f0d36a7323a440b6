/** An SVG picture as PNG. The library that draws is a large binary for each system, so it is loaded when it is needed. */
import type * as canvasLibrary from '@napi-rs/canvas';
import type { Unusable } from '../../files/unusable.ts';
import { unusable } from '../../files/unusable.ts';

export type Raster = { readonly kind: 'png'; readonly bytes: Uint8Array } | Unusable;

/** Drawn in memory with four bytes each; browsers and viewers give up not far above. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 32_000;

/** @param scale Pixels for one unit of the picture. */
export async function rasterize(svg: string, scale: number): Promise<Raster> {
  const canvas = await loadCanvas();
  if (typeof canvas === 'string') {
    return unusable(
      `PNG needs the library @napi-rs/canvas, which cannot be loaded: ${canvas}`,
      'Install it with npm install @napi-rs/canvas, or export as svg.',
    );
  }
  const picture = await canvas.loadImage(Buffer.from(svg));
  const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
    return unusable(
      `The picture would have ${width} × ${height} pixels.`,
      'Use a smaller --scale, or export as svg.',
    );
  }
  const sheet = canvas.createCanvas(Math.max(1, width), Math.max(1, height));
  sheet.getContext('2d').drawImage(picture, 0, 0, width, height);
  return { kind: 'png', bytes: await sheet.encode('png') };
}

/** The reason in words when it cannot be loaded. */
async function loadCanvas(): Promise<typeof canvasLibrary | string> {
  try {
    return await import('@napi-rs/canvas');
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return line;
  }
}
