package bankassistant.app;

/** Asks the person at the terminal. */
public interface Prompt {

    /** Nobody is there to be asked. */
    Prompt NOBODY = new Prompt() {

        @Override
        public String line(String label) {
            throw nobody();
        }

        @Override
        public char[] secret(String label) {
            throw nobody();
        }

        private RefusedException nobody() {
            return new RefusedException("There is no terminal to ask at. Name who signs in with --user NAME"
                    + " --password-file FILE before the command; `--help` behind it lists its own files.");
        }
    };

    /**
     * @return what was typed
     * @throws RefusedException if nobody answers
     */
    String line(String label);

    /**
     * Asks for something that is not shown. The caller wipes it.
     *
     * @throws RefusedException if nobody answers
     */
    char[] secret(String label);
}
