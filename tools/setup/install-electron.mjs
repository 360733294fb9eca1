// The part of set-up that uses the till's own packages, and so runs under its Node.
import { driverBuilt, buildDriver, checkDriver, removeBuiltDriver } from './sqlite.mjs';
import { electronInPlace, electronProgram, fetchOfficialElectron } from './electron.mjs';
import { say, SetupError } from './process.mjs';
import { placeStandIn } from './stand-in.mjs';

try {
  if (electronInPlace() === 'none' && !(await fetchOfficialElectron())) {
    say('the download of Electron does not answer');
    await Promise.all([placeStandIn(), buildDriver()]);
  }
  if (electronInPlace() === 'official') await removeBuiltDriver();
  else if (!driverBuilt()) await buildDriver();
  await checkDriver(electronProgram());
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
