/** A table frame of square tube, drawn as an SVG: boxes in space, their faces shaded by one lamp and painted from far to near. */
type Point = readonly [x: number, y: number, z: number];

interface Box {
  from: Point;
  to: Point;
}

export interface FrameView {
  /** How far round the frame the camera stands, in radians. */
  turn: number;
  width: number;
  height: number;
  /** Of the steel: red, green and blue at full light. */
  steel: readonly [number, number, number];
}

const tube = 0.09;
const [long, deep, high] = [2, 1.2, 1.15];

/** Four legs, a rail on top all round, and two rails near the floor. */
function tubes(): Box[] {
  const legs = [0, long - tube].flatMap((x) =>
    [0, deep - tube].map((z): Box => ({ from: [x, 0, z], to: [x + tube, high, z + tube] })),
  );
  const along = [high - tube, 0.22].flatMap((y) =>
    [0, deep - tube].map((z): Box => ({ from: [tube, y, z], to: [long - tube, y + tube, z + tube] })),
  );
  const across = [0, long - tube].map((x): Box => ({
    from: [x, high - tube, tube],
    to: [x + tube, high, deep - tube],
  }));
  return [...legs, ...along, ...across];
}

interface Face {
  corners: readonly Point[];
  /** How much of the lamp reaches it. */
  light: number;
}

function facesOf({ from: [a, b, c], to: [d, e, f] }: Box): Face[] {
  const face = (light: number, ...corners: Point[]): Face => ({ corners, light });
  return [
    face(1, [a, e, c], [d, e, c], [d, e, f], [a, e, f]),
    face(0.66, [a, b, c], [d, b, c], [d, e, c], [a, e, c]),
    face(0.66, [a, b, f], [d, b, f], [d, e, f], [a, e, f]),
    face(0.42, [a, b, c], [a, e, c], [a, e, f], [a, b, f]),
    face(0.5, [d, b, c], [d, e, c], [d, e, f], [d, b, f]),
  ];
}

/** The frame and its shadow on the floor, as SVG elements. */
export function drawTableFrame({ turn, width, height, steel }: FrameView): string {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const seen = ([x, y, z]: Point): Point => {
    const [flatX, flatZ] = [x - long / 2, z - deep / 2];
    const [aside, away] = [flatX * cos - flatZ * sin, flatX * sin + flatZ * cos + 4.1];
    const down = 0.33;
    const up = y - 1.75;
    return [aside, up * Math.cos(down) + away * Math.sin(down), away * Math.cos(down) - up * Math.sin(down)];
  };
  const onPaper = (point: Point): string => {
    const [x, y, z] = seen(point);
    return `${(width / 2 + (x / z) * width * 1.32).toFixed(1)},${(height * 0.5 - (y / z) * width * 1.32).toFixed(1)}`;
  };
  const polygon = (corners: readonly Point[], fill: string): string =>
    `<polygon points="${corners.map(onPaper).join(' ')}" fill="${fill}" stroke="${fill}" stroke-width="1"/>`;
  const distance = ({ corners }: Face): number =>
    corners.reduce((sum, corner) => sum + seen(corner)[2], 0) / corners.length;
  const paint = ({ corners, light }: Face, index: number): string =>
    polygon(corners, `rgb(${steel.map((part) => Math.round(part * light * (1 - (index % 5) * 0.012))).join(',')})`);
  const boxes = tubes();
  const shadow = boxes.map(({ from, to }) => polygon(shadowOf(from, to), '#000')).join('');
  const faces = boxes.flatMap(facesOf).sort((one, other) => distance(other) - distance(one));
  return `<g filter="url(#soft)" opacity=".38">${shadow}</g>${faces.map(paint).join('')}`;
}

/** Where a box keeps the lamp, high on the left, from the floor. */
function shadowOf([a, b, c]: Point, [d, e, f]: Point): Point[] {
  const lean = (x: number, y: number, z: number): Point => [x + y * 0.55, 0, z + y * 0.3];
  return [lean(a, b, c), lean(d, b, c), lean(d, e, f), lean(a, e, f)];
}
