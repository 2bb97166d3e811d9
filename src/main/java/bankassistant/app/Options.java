package bankassistant.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands before a command.
 *
 * @param demo   the demo bank instead of the bank's own data
 * @param fresh  the demo folder is made anew first
 * @param data   the folder to use instead of the usual one
 * @param device where the language model computes
 */
public record Options(boolean demo, boolean fresh, Optional<Path> data, Device device) {

    /** Where the language model computes. */
    public enum Device {
        /** The fastest device that this version can compute on: the processor. */
        AUTO,
        CPU, GPU
    }
}
