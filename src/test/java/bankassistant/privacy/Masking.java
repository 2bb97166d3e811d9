package bankassistant.privacy;

/** Masks texts, each in a conversation of its own. */
final class Masking {

    private static final Masker MASKER = Masker.ofForms();

    private Masking() {}

    static String of(String text) {
        return MASKER.mask(text, new Placeholders()).value();
    }
}
