/** Fillings of bars that can be told apart without colour; once in each SVG that uses them. */
export function SvgPatterns() {
  return (
    <defs>
      <pattern id="pattern-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
        <line className="hatch-line" x1="0" y1="8" x2="8" y2="0" />
      </pattern>
      <pattern id="pattern-stripe" width="6" height="6" patternUnits="userSpaceOnUse">
        <line className="stripe-line" x1="0" y1="3" x2="6" y2="3" />
      </pattern>
      <pattern id="pattern-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle className="dots-dot" cx="3" cy="3" r="1.4" />
      </pattern>
    </defs>
  );
}
