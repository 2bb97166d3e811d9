package bankassistant.privacy;

import java.util.List;

/** The three or four digits that prove a card is at hand: CVV, CVC, CID. */
final class CardCodeRecognizer implements Recognizer {

    private final Named named = Named.of(Candidate.Kind.CVV,
            "cvv2?|cvc2?|cv2|csc|cid|card (?:verification|security) (?:code|value|number)|security code|cvv2? (?:code|number)"
                    + "|(?:three|3|four|4)[ -]digits?(?: (?:code|number))? on the (?:back|front)(?: of (?:the|my) card)?",
            "\\d{3,4}");

    @Override
    public List<Candidate> find(String text) {
        return named.find(text);
    }
}
