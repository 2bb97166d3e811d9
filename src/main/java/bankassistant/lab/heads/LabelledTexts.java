package bankassistant.lab.heads;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Texts that belong to one class each.
 *
 * @param classes names, in the order of a head's logits
 * @param texts   as they were typed
 * @param labels  for each text the index of its class
 */
public record LabelledTexts(List<String> classes, List<String> texts, List<Integer> labels) {

    public LabelledTexts {
        classes = List.copyOf(classes);
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
        if (texts.size() != labels.size()) {
            throw new IllegalArgumentException(texts.size() + " texts with " + labels.size() + " labels");
        }
    }

    /**
     * Reads a CSV file with a header.
     *
     * @param classes  all that may occur
     * @param textName the column of texts
     * @param label    the column of classes
     * @throws IOException naming the line, if a column is missing, a text is blank or a class is unknown
     */
    public static LabelledTexts read(Path file, Collection<String> classes, String textName, String label)
            throws IOException {
        List<String> names = List.copyOf(classes);
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            String where = file + ", row " + (texts.size() + 1) + " after the header: ";
            String text = row.get(textName);
            if (text == null || text.isBlank()) {
                throw new IOException(where + "there is nothing in the column \"" + textName + "\"");
            }
            int index = names.indexOf(row.get(label));
            if (index < 0) {
                throw new IOException(where + "\"" + row.get(label) + "\" in the column \"" + label
                        + "\" is none of the classes");
            }
            texts.add(text.strip());
            labels.add(index);
        }
        if (texts.isEmpty()) {
            throw new IOException(file + " has no rows");
        }
        return new LabelledTexts(names, texts, labels);
    }

    /** The rows of a CSV file by the names in its header. */
    static List<Map<String, String>> rows(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(reader)) {
            return rows.readAll();
        } catch (JsonMappingException | RuntimeJsonMappingException e) {
            throw new IOException(file + " is no CSV file with a header: " + e.getMessage(), e);
        }
    }

    public int size() {
        return texts.size();
    }

    /** The texts at these places. */
    public LabelledTexts only(int[] places) {
        List<String> chosen = new ArrayList<>();
        List<Integer> chosenLabels = new ArrayList<>();
        for (int place : places) {
            chosen.add(texts.get(place));
            chosenLabels.add(labels.get(place));
        }
        return new LabelledTexts(classes, chosen, chosenLabels);
    }
}
