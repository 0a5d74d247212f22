// For `node --import`: runs TypeScript from source. A file of its own, because Node looks for a bare `--import tsx` from the
// working directory, and a command may be given anywhere.
import 'tsx';
