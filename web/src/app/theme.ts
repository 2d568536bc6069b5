import { createTheme, type MantineColorsTuple } from "@mantine/core";
import { numberMarks } from "../ui/number-marks.ts";

const amber: MantineColorsTuple = [
  "#fff8e6",
  "#ffeecc",
  "#ffdf9b",
  "#ffcf66",
  "#ffc13d",
  "#ffb224",
  "#f5a30a",
  "#c27d00",
  "#8a5800",
  "#5c3a00",
];

const overlayTitle = { fontSize: "1.0625rem", fontWeight: 650 };

/** One accent colour. Shade 5 under dark text in both schemes; text in the accent colour is set in theme.css. */
export const theme = createTheme({
  colors: { amber },
  primaryColor: "amber",
  primaryShade: 5,
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  // Distinguished from the text around it by more than its colour.
  components: {
    Anchor: { defaultProps: { underline: "always" } },
    NumberInput: { defaultProps: numberMarks },
    Modal: { styles: { title: overlayTitle } },
    Drawer: { styles: { title: overlayTitle } },
  },
  headings: {
    fontWeight: "650",
    sizes: { h1: { fontSize: "1.375rem" }, h2: { fontSize: "1.0625rem" }, h3: { fontSize: "0.9375rem" } },
  },
});
