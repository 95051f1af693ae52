import sharp from 'sharp';
import { drawTableFrame } from './table-frame.js';

const [width, height] = [1200, 900];

/** Three photos as a student takes them in a workshop: while welding, the seam, the frame. Drawn, so that nobody is in them; `variant` makes another student's. */
export function workshopPhotos(variant: number): Promise<Buffer[]> {
  return Promise.all([frame(variant), seam(variant), arc(variant)].map(developed));
}

/** Grain and a darker edge, as a phone's camera gives them. */
function developed(picture: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="far" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="7"/></filter>
<filter id="glow" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="38"/></filter>
<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency=".85" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .5 0 0 0 0 .5 0 0 0 1.4 -.42"/></filter>
<filter id="brushed"><feTurbulence type="fractalNoise" baseFrequency=".004 .5" numOctaves="3" seed="3"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1.5 -.55"/></filter>
<filter id="stains"><feTurbulence type="fractalNoise" baseFrequency=".006 .014" numOctaves="4" seed="11"/><feColorMatrix values="0 0 0 0 .1 0 0 0 0 .09 0 0 0 0 .08 0 0 0 2.2 -1"/></filter>
<radialGradient id="edge" cx=".48" cy=".46" r=".78"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient>
</defs>
${picture}
<rect width="100%" height="100%" fill="url(#edge)"/>
<rect width="100%" height="100%" filter="url(#grain)" opacity=".16"/>
</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}

/** The frame on the floor of the workshop, with the light of a window. */
function frame(variant: number): string {
  const walls = ['#8f9aa3', '#a79c8c', '#7f8f8a', '#9a9aa6'];
  const shelf = (x: number, y: number, wide: number) =>
    `<rect x="${x}" y="${y}" width="${wide}" height="14" fill="#4c3b2a"/>` +
    [0, 1, 2, 3, 4]
      .map((n) => {
        const tall = 46 + ((n * 37 + variant * 23) % 50);
        const colour = ['#a33b2c', '#31577a', '#c9a13b', '#55606a', '#3f6b4c'][(n + variant) % 5] ?? '#555';
        return `<rect x="${x + 12 + n * (wide / 5.2)}" y="${y - tall}" width="${wide / 7}" height="${tall}" fill="${colour}"/>`;
      })
      .join('');
  return `<defs>
<linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e7e2d6"/><stop offset=".5" stop-color="${walls[variant % 4]}"/><stop offset="1" stop-color="#3a4046"/></linearGradient>
<linearGradient id="floor" x1="0" y1="0" x2=".6" y2="1"><stop offset="0" stop-color="#9a958c"/><stop offset="1" stop-color="#5a5650"/></linearGradient>
</defs>
<g filter="url(#far)">
<rect width="1200" height="400" fill="url(#wall)"/>
<rect x="40" y="-20" width="300" height="230" fill="#fdfaf0"/><path d="M190-20V210M40 95H340" stroke="#7b8288" stroke-width="12"/>
${shelf(520, 150, 300)}${shelf(560, 280, 260)}
<rect x="900" y="60" width="240" height="330" fill="#28516b"/><rect x="900" y="60" width="240" height="34" fill="#1d3d52"/><path d="M900 180H1140M900 270H1140" stroke="#1d3d52" stroke-width="8"/>
<circle cx="960" cy="138" r="10" fill="#cfd6da"/><circle cx="960" cy="226" r="10" fill="#cfd6da"/>
</g>
<rect y="385" width="1200" height="515" fill="url(#floor)"/>
<rect y="385" width="1200" height="515" filter="url(#stains)" opacity=".55"/>
<path d="M0 900L330 385M1200 760L760 385" stroke="#3c3935" stroke-width="3" opacity=".5"/>
<polygon points="60,560 420,430 640,470 250,640" fill="#fff6d8" opacity=".2" filter="url(#soft)"/>
<g transform="translate(0 ${40 - (variant % 2) * 16})">${drawTableFrame({ turn: [0.55, -0.5, 0.85, -0.75][variant % 4] ?? 0.55, width, height, steel: [214, 220, 226] })}</g>`;
}

/** A corner from close by: two tubes, the ripples of the seam and the colours of the heat. */
function seam(variant: number): string {
  const slope = [-8, 5, -3, 10][variant % 4] ?? 0;
  const ripples = Array.from({ length: 46 }, (_, n) => {
    const x = 120 + n * 21;
    const y = 452 + Math.sin(n * 1.7 + variant) * (3 + variant) + Math.sin(n * 0.6) * 2;
    return `<ellipse cx="${x}" cy="${y.toFixed(1)}" rx="25" ry="${(35 + Math.sin(n * 2.3) * 4).toFixed(1)}" fill="url(#bead)" stroke="#2f2d2c" stroke-opacity=".55" stroke-width="2.5"/>`;
  }).join('');
  const spatter = Array.from({ length: 40 }, (_, n) => {
    const [x, y] = [(n * 331 + variant * 71) % 1200, 300 + ((n * 197) % 330)];
    return `<circle cx="${x}" cy="${y}" r="${2 + (n % 4)}" fill="#3b3835" opacity=".7"/>`;
  }).join('');
  return `<defs>
<linearGradient id="upper" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8b959d"/><stop offset=".35" stop-color="#e3e8ec"/><stop offset=".8" stop-color="#a9b1b8"/><stop offset="1" stop-color="#767d84"/></linearGradient>
<linearGradient id="lower" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6a7178"/><stop offset=".3" stop-color="#98a0a7"/><stop offset="1" stop-color="#2e3338"/></linearGradient>
<linearGradient id="heat" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#d9b45a" stop-opacity="0"/><stop offset=".16" stop-color="#d9b45a" stop-opacity=".55"/><stop offset=".28" stop-color="#8e4a2c" stop-opacity=".7"/><stop offset=".38" stop-color="#4b3f78" stop-opacity=".8"/><stop offset=".46" stop-color="#35699b" stop-opacity=".75"/><stop offset=".54" stop-color="#35699b" stop-opacity=".75"/><stop offset=".62" stop-color="#4b3f78" stop-opacity=".8"/><stop offset=".72" stop-color="#8e4a2c" stop-opacity=".7"/><stop offset=".85" stop-color="#d9b45a" stop-opacity=".5"/><stop offset="1" stop-color="#d9b45a" stop-opacity="0"/></linearGradient>
<radialGradient id="bead" cx=".38" cy=".3" r=".8"><stop offset="0" stop-color="#f1f0ec"/><stop offset=".35" stop-color="#aaa8a4"/><stop offset="1" stop-color="#4a4744"/></radialGradient>
</defs>
<rect width="1200" height="900" fill="#24211e"/>
<g transform="rotate(${slope} 600 450)">
<rect x="-200" y="60" width="1600" height="395" fill="url(#upper)"/>
<rect x="-200" y="450" width="1600" height="380" fill="url(#lower)"/>
<rect x="-200" y="60" width="1600" height="770" filter="url(#brushed)" opacity=".38"/>
<rect x="-200" y="275" width="1600" height="355" fill="url(#heat)"/>
${spatter}
<rect x="60" y="476" width="1120" height="36" rx="18" fill="#000" opacity=".5" filter="url(#soft)"/>
${ripples}
</g>
<ellipse cx="340" cy="230" rx="420" ry="150" fill="#fff" opacity=".2" filter="url(#glow)"/>`;
}

/** The arc, and the sparks that fly from it. */
function arc(variant: number): string {
  const [x, y] = [560 + ((variant * 60) % 160), 520];
  const sparks = Array.from({ length: 110 }, (_, n) => {
    const angle = ((n * 137.5) % 230) * (Math.PI / 180) + Math.PI * 0.86;
    const [from, far] = [20 + ((n * 53) % 160), 60 + ((n * 89 + variant * 31) % 430)];
    const fall = (reach: number) => (reach * reach) / 900;
    const at = (reach: number) =>
      `${(x + Math.cos(angle) * reach).toFixed(0)} ${(y + Math.sin(angle) * reach * 0.8 + fall(reach)).toFixed(0)}`;
    const middle = from + far * 0.5;
    return `<path d="M${at(from + far * 0.35)}Q${at(middle)} ${at(from + far * 0.62)}" stroke="${['#fff3c4', '#ffc45e', '#ff9a3c'][n % 3]}" stroke-width="${1.5 + (n % 3)}" fill="none" stroke-linecap="round" opacity="${(1 - far / 640).toFixed(2)}"/>`;
  }).join('');
  return `<defs>
<radialGradient id="room" cx="${(x / width).toFixed(2)}" cy=".58" r=".8"><stop offset="0" stop-color="#7fa6c4"/><stop offset=".3" stop-color="#2c4356"/><stop offset="1" stop-color="#0b1016"/></radialGradient>
<linearGradient id="lit" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#dbe9f4"/><stop offset=".5" stop-color="#7c92a4"/><stop offset="1" stop-color="#1f2831"/></linearGradient>
<linearGradient id="glove" x1="0" y1="1" x2="1" y2="0"><stop offset="0" stop-color="#2a1a10"/><stop offset=".7" stop-color="#8a5a2f"/><stop offset="1" stop-color="#e0b27a"/></linearGradient>
</defs>
<rect width="1200" height="900" fill="url(#room)"/>
<g filter="url(#far)" opacity=".7"><rect x="70" y="80" width="120" height="420" fill="#101820"/><rect x="900" y="40" width="220" height="430" fill="#131d27"/><rect x="250" y="120" width="330" height="16" fill="#1b2a38"/></g>
<rect y="620" width="1200" height="280" fill="#161a1e"/><rect y="612" width="1200" height="26" fill="#516474"/>
<rect y="630" width="1200" height="270" filter="url(#stains)" opacity=".6"/>
<rect x="-20" y="528" width="${x + 10}" height="92" fill="url(#lit)"/><rect x="${x - 60}" y="528" width="700" height="92" fill="url(#lit)"/>
<rect x="${x - 66}" y="150" width="92" height="380" fill="url(#lit)"/>
<circle cx="${x}" cy="${y}" r="210" fill="#bfe4ff" opacity=".55" filter="url(#glow)"/>
<circle cx="${x}" cy="${y}" r="90" fill="#eaf7ff" filter="url(#glow)"/>
<path d="M${x + 26} ${y - 12}L${x + 150} ${y - 130}" stroke="#c27a3a" stroke-width="14" stroke-linecap="round"/>
<path d="M${x + 120} ${y - 100}L${x + 330} ${y - 270}" stroke="#20262c" stroke-width="46" stroke-linecap="round"/>
<path d="M${x + 210} ${y - 250}c50-60 130-70 190-40l260-120v240l-230 60c-60 60-150 70-200 30c-50-36-60-120-20-170z" fill="url(#glove)"/>
<path d="M${x + 236} ${y - 190}c40 10 70 6 110-20M${x + 250} ${y - 140}c40 10 80 6 120-24M${x + 276} ${y - 92}c40 6 74-4 110-30" stroke="#3a2413" stroke-width="7" fill="none" opacity=".7"/>
${sparks}
<circle cx="${x}" cy="${y}" r="30" fill="#fff"/><circle cx="${x}" cy="${y}" r="56" fill="#fff" opacity=".7" filter="url(#soft)"/>`;
}
