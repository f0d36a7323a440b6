/** An SVG picture as PNG, drawn by the browser itself. */

/** Pixels for one unit, so that it is sharp on any screen. */
const SCALE = 2;
/** What browsers still draw. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 16_000;

export async function pictureBytes(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const picture = await loaded(address);
    const scale = scaleOf(picture);
    const sheet = document.createElement('canvas');
    sheet.width = Math.ceil(picture.width * scale);
    sheet.height = Math.ceil(picture.height * scale);
    sheet.getContext('2d')?.drawImage(picture, 0, 0, sheet.width, sheet.height);
    const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The picture is too large to be drawn; export it as SVG.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.addEventListener('load', () => resolve(picture), { once: true });
    picture.addEventListener('error', () => reject(new Error('The picture could not be drawn.')), {
      once: true,
    });
    picture.src = address;
  });
}

/** A picture of a thousand steps is drawn less sharp rather than not at all. */
export function scaleOf({ width, height }: { readonly width: number; readonly height: number }): number {
  const side = LONGEST_SIDE / Math.max(width, height, 1);
  const area = Math.sqrt(MOST_PIXELS / Math.max(width * height, 1));
  return Math.min(SCALE, side, area);
}
