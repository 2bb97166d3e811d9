package bankassistant.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the Markdown below the front matter into sections. One instance serves one file. */
final class SectionReader {

    private static final Pattern HEADING = Pattern.compile("(.*?)\\s*\\{#([^{}]*)}");
    private static final Pattern FIGURE = Pattern.compile("Figure: (.+?) \\| as of (\\S+) \\| (.+)");
    private static final Pattern COMPLETE = Pattern.compile(".*[.!?][\"')\\]\u201D\u2019]*", Pattern.DOTALL);

    /** Far more than a policy needs, few enough for every stack: quotes and lists in one another. */
    private static final int MAX_NESTING = 20;

    /** More than a page without an empty line; a parser's stack does not hold ten thousands of marks in one another. */
    private static final int MAX_BLOCK = 4_000;

    private final PolicyFile file;
    private final InlineText inline;
    private final List<Section> sections = new ArrayList<>();
    private final List<Marks> marks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private SectionInProgress current;
    private Marks currentMarks = new Marks();

    SectionReader(PolicyFile file) {
        this.file = file;
        this.inline = new InlineText(file);
    }

    /**
     * @param lastLine the last line of the front matter
     */
    List<Section> read(int lastLine) throws PolicyException {
        refuseLongBlocks(lastLine);
        Parser parser = Parser.builder().maxOpenBlockParsers(MAX_NESTING)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
        Node document = parser.parse(withoutFrontMatter(lastLine));
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading) {
                finishSection();
                startSection(heading);
            } else {
                addToSection(block);
            }
        }
        finishSection();
        if (sections.isEmpty()) {
            throw file.refuse(lastLine, "has no section; write '## Title {#id}' and text below it");
        }
        return withDuties();
    }

    private List<Section> withDuties() throws PolicyException {
        List<Section> all = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            all.add(marks.get(i).on(sections.get(i), sections, file));
        }
        return all;
    }

    /** Blank lines stand in for the front matter, so that the parser's line numbers are the file's. */
    private String withoutFrontMatter(int lastLine) {
        List<String> lines = file.text().lines().toList();
        return "\n".repeat(lastLine) + String.join("\n", lines.subList(lastLine, lines.size()));
    }

    private void refuseLongBlocks(int lastLine) throws PolicyException {
        List<String> lines = file.text().lines().toList();
        int length = 0;
        for (int i = lastLine; i < lines.size(); i++) {
            length = lines.get(i).isBlank() ? 0 : length + lines.get(i).length();
            if (length > MAX_BLOCK) {
                throw file.refuse(i + 1,
                        "more than " + MAX_BLOCK + " characters without an empty line; divide the text");
            }
        }
    }

    private void startSection(Heading heading) throws PolicyException {
        int line = InlineText.line(heading);
        Matcher matcher = HEADING.matcher(oneLine(inline.of(heading)));
        if (heading.getLevel() != 2) {
            throw file.refuse(line, "a section's heading begins with ##, not with another number of #");
        }
        if (!matcher.matches()) {
            throw file.refuse(line, "the heading has no id; end it with {#some-id}");
        }
        String title = matcher.group(1).strip();
        String id = matcher.group(2);
        if (title.isEmpty()) {
            throw file.refuse(line, "the section's title is empty");
        }
        if (!FrontMatter.ID.matcher(id).matches()) {
            throw file.refuse(line, "the section id '" + id + "' must be lower-case words joined by hyphens");
        }
        if (!ids.add(id)) {
            throw file.refuse(line, "the section id '" + id + "' stands twice in this policy");
        }
        current = new SectionInProgress(id, title, line);
    }

    private void addToSection(Node block) throws PolicyException {
        int line = InlineText.line(block);
        if (current == null) {
            throw file.refuse(line, "text before the first section; put it below a heading '## Title {#id}'");
        }
        switch (block) {
            case Paragraph paragraph -> addSentences(paragraph);
            case BulletList list -> addItems(list);
            case OrderedList list -> addItems(list);
            case BlockQuote quote -> addFigures(quote);
            default -> throw file.refuse(line,
                    "a section holds paragraphs, simple lists and '> Figure:' lines only, no "
                            + block.getClass().getSimpleName());
        }
    }

    private void addItems(Node list) throws PolicyException {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
                if (!(block instanceof Paragraph)) {
                    throw file.refuse(InlineText.line(block), "a list item holds text only, no list of its own");
                }
                addSentences(block);
            }
        }
    }

    private void addSentences(Node paragraph) throws PolicyException {
        String text = oneLine(inline.of(paragraph));
        if (!COMPLETE.matcher(text).matches()) {
            throw file.refuse(InlineText.line(paragraph),
                    "the text '" + shortened(text) + "' does not end like a sentence (. ! ?)");
        }
        current.add(text);
    }

    private void addFigures(Node quote) throws PolicyException {
        for (Node block = quote.getFirstChild(); block != null; block = block.getNext()) {
            int line = InlineText.line(block);
            for (String text : inline.of(block).split("\n")) {
                if (!currentMarks.take(text.strip(), line, file)) {
                    current.add(figure(text.strip(), line), line);
                }
                line++;
            }
        }
    }

    private Figure figure(String text, int line) throws PolicyException {
        Matcher matcher = FIGURE.matcher(text);
        if (!matcher.matches()) {
            throw file.refuse(line, "'" + shortened(text)
                    + "' is not of the form '> Figure: $275 | as of 2025-07-01 | 12 CFR 229.10'");
        }
        try {
            return new Figure(matcher.group(1).strip(), LocalDate.parse(matcher.group(2)), matcher.group(3).strip());
        } catch (DateTimeException e) {
            throw file.refuse(line, "the as-of date '" + matcher.group(2) + "' is not a date (YYYY-MM-DD)");
        }
    }

    private void finishSection() throws PolicyException {
        if (current != null) {
            sections.add(current.finish(file));
            marks.add(currentMarks);
        }
        current = null;
        currentMarks = new Marks();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "...";
    }
}
