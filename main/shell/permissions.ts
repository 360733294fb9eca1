import type { Session } from 'electron';

/** The page gets nothing that a browser would have to ask for: no camera, no clipboard reading, no devices. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
