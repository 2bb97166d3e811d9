package bankassistant.model;

/** Hears an answer while it is decoded. */
@FunctionalInterface
public interface GenerationListener {

    /** Hears nothing and never stops. */
    GenerationListener NONE = _ -> true;

    /**
     * Called for each piece of text that is complete in UTF-8 and can't be the beginning of a stop string.
     *
     * @return whether to go on; after {@code false} no further token is decoded
     */
    boolean onText(String piece);
}
