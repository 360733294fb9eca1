import { app } from 'electron';

/**
 * To be called before Electron is ready. HTTP/2 and QUIC have rules of their own for sending a request again, and a
 * payment that is sent again is a second charge.
 */
export function speakPlainHttp(): void {
  app.commandLine.appendSwitch('disable-http2');
  app.commandLine.appendSwitch('disable-quic');
}
