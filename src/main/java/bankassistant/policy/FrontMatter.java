package bankassistant.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The YAML block at the head of a policy file, between two lines {@code ---}, with every field checked.
 *
 * @param idLine    the line of the id
 * @param lastLine  the line of the closing {@code ---}
 */
record FrontMatter(String id, String title, String version, LocalDate effective, LocalDate review, String owner,
        List<String> sources, List<String> verify, int idLine, int verifyLine, int lastLine) {

    static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Pattern VERSION = Pattern.compile("\\d{4}\\.\\d{1,3}");
    private static final Set<String> TEXTS = Set.of("id", "title", "version", "effective", "review", "owner");
    private static final Set<String> LISTS = Set.of("sources", "verify");

    static FrontMatter read(PolicyFile file) throws PolicyException {
        List<String> lines = file.text().lines().toList();
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            throw file.refuse(1, "begins without front matter; the first line must be ---");
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals("---")) {
            end++;
        }
        if (end == lines.size()) {
            throw file.refuse(1, "the front matter has no end; put a line --- after its last field");
        }
        String yaml = String.join("\n", lines.subList(1, end));
        return new Fields(file, YamlFields.parse(file, yaml, 2)).frontMatter(end + 1);
    }

    private record Fields(PolicyFile file, Map<String, YamlFields.Field> fields) {

        FrontMatter frontMatter(int lastLine) throws PolicyException {
            refuseUnknown();
            LocalDate effective = date("effective");
            LocalDate review = date("review");
            if (review.isBefore(effective)) {
                throw file.refuse(line("review"),
                        "the review date " + review + " is before the effective date " + effective);
            }
            List<String> sources = list("sources");
            if (sources.isEmpty()) {
                throw file.refuse(line("sources"), "'sources' is empty; name the laws or documents it rests on");
            }
            return new FrontMatter(matching("id", ID, "lower-case words joined by hyphens"), text("title"),
                    matching("version", VERSION, "a year, a point and a number, such as 2026.1"), effective, review,
                    text("owner"), sources, list("verify"), line("id"), line("verify"), lastLine);
        }

        private void refuseUnknown() throws PolicyException {
            for (var field : fields.entrySet()) {
                if (!TEXTS.contains(field.getKey()) && !LISTS.contains(field.getKey())) {
                    throw file.refuse(field.getValue().line(), "the field '" + field.getKey() + "' is not known");
                }
            }
        }

        private YamlFields.Field required(String name, boolean list) throws PolicyException {
            YamlFields.Field field = fields.get(name);
            if (field == null) {
                throw file.refuse(1, "the field '" + name + "' is missing");
            }
            if (field.list() != list) {
                throw file.refuse(field.line(), "'" + name + "' must be " + (list ? "a list" : "one text"));
            }
            if (field.values().contains("")) {
                throw file.refuse(field.line(), "the field '" + name + "' is empty");
            }
            return field;
        }

        private String text(String name) throws PolicyException {
            return required(name, false).values().getFirst();
        }

        private List<String> list(String name) throws PolicyException {
            return required(name, true).values();
        }

        private String matching(String name, Pattern form, String rule) throws PolicyException {
            String value = text(name);
            if (!form.matcher(value).matches()) {
                throw file.refuse(line(name), "the " + name + " '" + value + "' must be " + rule);
            }
            return value;
        }

        private LocalDate date(String name) throws PolicyException {
            String value = text(name);
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw file.refuse(line(name), "the " + name + " date '" + value + "' is not a date (YYYY-MM-DD)");
            }
        }

        private int line(String name) {
            return fields.get(name).line();
        }
    }
}
