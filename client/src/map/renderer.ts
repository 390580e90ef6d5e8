/** The Pixi application: drawn on demand, and with Canvas 2D wherever WebGL would be software (ten times slower there). */
import 'pixi.js/unsafe-eval';
import { Application } from 'pixi.js';

function softwareGl(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return true;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}

export async function createApp(host: HTMLElement): Promise<Application> {
  const app = new Application();
  await app.init({
    autoStart: false,
    sharedTicker: false,
    preference: softwareGl() ? ['canvas'] : ['webgl', 'canvas'],
    antialias: true,
    autoDensity: true,
    resolution: Math.min(devicePixelRatio, 2),
    backgroundColor: 0xb7cbd3,
    width: Math.max(1, host.clientWidth),
    height: Math.max(1, host.clientHeight),
    powerPreference: 'low-power',
    eventFeatures: { wheel: false, globalMove: false },
  });
  // The picture is for eyes only; the list of places and the text beside it carry everything else.
  app.canvas.setAttribute('aria-hidden', 'true');
  host.append(app.canvas);
  return app;
}
