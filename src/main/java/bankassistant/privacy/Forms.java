package bankassistant.privacy;

import java.util.List;
import java.util.stream.Stream;

/** The recognisers of what has a form of its own or is named by the words beside it. */
final class Forms {

    private Forms() {}

    static List<Recognizer> recognizers() {
        Stream<Recognizer> numbers = Stream.of(new CardRecognizer(), new IbanRecognizer(), new CryptoRecognizer(),
                new SsnRecognizer(), new ItinRecognizer(), new RoutingRecognizer(), new AccountRecognizer(),
                new CardCodeRecognizer(), new PinRecognizer(), new OneTimeCodeRecognizer(), new EinRecognizer(),
                new PassportRecognizer(), new DriverLicenseRecognizer(), new PlateRecognizer(), new BirthRecognizer(),
                new StreetAddressRecognizer(), new PostalPlaceRecognizer(), new PhoneRecognizer());
        List<Recognizer> all = Stream.concat(numbers.map(Forms::whereDigitsAre),
                Stream.of(new BicRecognizer(), new UrlRecognizer(), new EmailRecognizer(),
                        new NetworkAddressRecognizer(), new CredentialRecognizer(), new CompanyRecognizer()))
                .toList();
        return Stream.concat(all.stream(), Stream.of(new EncodedRecognizer(all))).toList();
    }

    /** Not asked about a text without digits, as most are; asked twice where letters stand for digits. */
    private static Recognizer whereDigitsAre(Recognizer recognizer) {
        return text -> {
            if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
                return List.of();
            }
            String inNumbers = LookAlikes.inNumbers(text);
            return inNumbers.equals(text)
                    ? recognizer.find(text)
                    : Stream.concat(recognizer.find(text).stream(), recognizer.find(inNumbers).stream()).toList();
        };
    }
}
