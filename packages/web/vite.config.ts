import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server writes a fresh nonce into each copy of the page it hands out, in place of this word. */
const NONCE = '{{csp-nonce}}';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  cacheDir: '../../node_modules/.cache/vite-web',
  plugins: [react()],
  html: { cspNonce: NONCE },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // An image written into a style or a script could not be cached by itself.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
    reportCompressedSize: false,
  },
});
