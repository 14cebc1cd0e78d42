/** An SVG that stands by itself, drawn by the browser as a PNG. */

/** Pixels for each of the picture's own. */
const DENSITY = 2;

/** Null where the browser refuses. */
export async function svgToPng(svg: string): Promise<Blob | null> {
	try {
		const image = new Image();
		// Our policy for content has no blob: images.
		image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth * DENSITY;
		canvas.height = image.naturalHeight * DENSITY;
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
	} catch {
		return null;
	}
}
