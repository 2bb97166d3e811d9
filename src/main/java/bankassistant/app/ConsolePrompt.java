package bankassistant.app;

import java.io.Console;

/** Asks at the terminal that the program was started from. */
record ConsolePrompt(Console console) implements Prompt {

    @Override
    public String line(String label) {
        String typed = console.readLine("%s: ", label);
        if (typed == null) {
            throw left();
        }
        return typed;
    }

    @Override
    public char[] secret(String label) {
        char[] typed = console.readPassword("%s: ", label);
        if (typed == null) {
            throw left();
        }
        return typed;
    }

    private static RefusedException left() {
        return new RefusedException("Stopped: nothing was typed.");
    }
}
