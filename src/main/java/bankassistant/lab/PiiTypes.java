package bankassistant.lab;

import bankassistant.privacy.Candidate.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The types of personal data by which is measured, named as Presidio names them, and what others call them. A place is a place: the
 * town with its ZIP, which the masker tells from an address, counts as one.
 */
final class PiiTypes {

    private static final List<Kind> KINDS = List.of(Kind.CARD, Kind.CVV, Kind.PIN, Kind.ONE_TIME_CODE, Kind.SSN,
            Kind.ITIN, Kind.EIN, Kind.PASSPORT, Kind.DRIVER_LICENSE, Kind.PLATE, Kind.IBAN, Kind.BIC, Kind.ROUTING,
            Kind.ACCOUNT, Kind.CRYPTO, Kind.EMAIL, Kind.PHONE, Kind.URL, Kind.IP, Kind.MAC, Kind.USERNAME,
            Kind.PASSWORD, Kind.DATE_OF_BIRTH, Kind.AGE, Kind.STREET_ADDRESS, Kind.PERSON, Kind.ORGANIZATION,
            Kind.PRIVATE);
    private static final Map<Kind, String> OTHER_NAMES = Map.ofEntries(
            Map.entry(Kind.PERSON, "PERSON_NAME NAME FULL_NAME FIRST_NAME LAST_NAME PER"),
            Map.entry(Kind.STREET_ADDRESS,
                    "LOCATION ADDRESS LOC GPE CITY STATE COUNTRY ZIP ZIP_CODE ZIPCODE POSTAL_CODE POSTCODE STREET"),
            Map.entry(Kind.ORGANIZATION, "ORG ORGANISATION COMPANY COMPANY_NAME"),
            Map.entry(Kind.EMAIL, "EMAIL E_MAIL"), Map.entry(Kind.PHONE, "PHONE TELEPHONE US_PHONE_NUMBER"),
            Map.entry(Kind.CARD, "CREDIT_CARD_NUMBER CARD_NUMBER"), Map.entry(Kind.SSN, "SSN"),
            Map.entry(Kind.ITIN, "ITIN"), Map.entry(Kind.EIN, "EIN"), Map.entry(Kind.IBAN, "IBAN"),
            Map.entry(Kind.BIC, "BIC SWIFT SWIFT_CODE"), Map.entry(Kind.IP, "IP IPV4 IPV6"),
            Map.entry(Kind.MAC, "MAC"), Map.entry(Kind.URL, "DOMAIN_NAME DOMAIN WEBSITE"),
            Map.entry(Kind.DRIVER_LICENSE, "DRIVER_LICENSE DRIVERS_LICENSE US_DRIVERS_LICENSE"),
            Map.entry(Kind.PASSPORT, "PASSPORT PASSPORT_NUMBER"),
            Map.entry(Kind.ACCOUNT, "ACCOUNT ACCOUNT_NUMBER BANK_ACCOUNT BANK_NUMBER US_BANK_ACCOUNT_NUMBER"),
            Map.entry(Kind.ROUTING, "ROUTING_NUMBER ABA_ROUTING"), Map.entry(Kind.CRYPTO, "CRYPTO_WALLET WALLET"),
            Map.entry(Kind.DATE_OF_BIRTH, "DOB BIRTH_DATE BIRTHDATE BIRTHDAY"), Map.entry(Kind.PLATE, "PLATE"),
            Map.entry(Kind.USERNAME, "USER_NAME"));
    private static final Map<String, String> BY_NAME = byName();

    private PiiTypes() {}

    private static Map<String, String> byName() {
        Map<String, String> byName = new TreeMap<>();
        KINDS.forEach(kind -> byName.put(kind.type(), kind.type()));
        OTHER_NAMES
                .forEach((kind, names) -> Stream.of(names.split(" ")).forEach(name -> byName.put(name, kind.type())));
        return byName;
    }

    /** The type that a name stands for; case, spaces and hyphens do not matter. Empty if it is none that is masked. */
    static Optional<String> of(String name) {
        return Optional.ofNullable(
                BY_NAME.get(name.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_")));
    }
}
