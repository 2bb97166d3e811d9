package bankassistant.privacy;

import java.util.List;
import java.util.stream.Stream;

/** The recognisers of what has a form of its own or is named by the words beside it. */
final class Forms {

    private Forms() {}

    static List<Recognizer> recognizers() {
        List<Recognizer> plain = List.of(new CardRecognizer(), new IbanRecognizer(), new CryptoRecognizer(),
                new SsnRecognizer(), new ItinRecognizer(), new RoutingRecognizer(), new AccountRecognizer(),
                new CardCodeRecognizer(), new PinRecognizer(), new OneTimeCodeRecognizer(), new BicRecognizer(),
                new EinRecognizer(), new PassportRecognizer(), new DriverLicenseRecognizer(), new PlateRecognizer(),
                new UrlRecognizer(), new EmailRecognizer(), new NetworkAddressRecognizer(), new BirthRecognizer(),
                new StreetAddressRecognizer(), new PostalPlaceRecognizer(), new CredentialRecognizer(),
                new PhoneRecognizer());
        return Stream.concat(plain.stream(), Stream.of(new EncodedRecognizer(plain))).toList();
    }
}
