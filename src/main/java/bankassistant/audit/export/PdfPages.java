package bankassistant.audit.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lines of text on A4 pages. A character that the font lacks is printed as a question mark. */
final class PdfPages implements Closeable {

    /** Liberation Sans (SIL Open Font License), which PDFBox carries. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 50;
    private static final float BOTTOM = 60;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TITLE = 18;
    private static final float HEADING = 11;
    private static final float TEXT = 9.5f;
    private static final float SMALL = 7.5f;
    private static final float LEADING = 1.35f;
    /** Of a font's unit. */
    private static final float THOUSANDTHS = 1_000;

    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PDFont font;
    private final Map<Integer, Boolean> printable = new HashMap<>();
    private final String footer;
    private PDPageContentStream page;
    private float y;
    private int number;

    /** @param footer stands on each page with its number */
    PdfPages(String footer) throws IOException {
        this.footer = footer;
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, in);
        }
        document.getDocumentInformation().setTitle(footer);
    }

    void title(String text) throws IOException {
        write(text, TITLE);
    }

    void heading(String text) throws IOException {
        write(text, HEADING);
    }

    void line(String text) throws IOException {
        write(text, TEXT);
    }

    /** Text whose own lines count, such as a signed note. */
    void fixed(String text) throws IOException {
        for (String line : text.strip().split("\\R")) {
            write(line, SMALL);
        }
    }

    void gap() {
        y -= TEXT;
    }

    /** @return takes the bytes of a file that goes with the document; whoever asked for it closes it before saving */
    OutputStream attach(String name, String type) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document);
        file.setSubtype(type);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        return file.getCOSObject().createOutputStream(COSName.FLATE_DECODE);
    }

    void save(OutputStream out) throws IOException {
        end();
        document.save(out);
    }

    private void write(String text, float size) throws IOException {
        for (String line : broken(clean(text), size)) {
            if (page == null || y - size * LEADING < BOTTOM) {
                begin();
            }
            y -= size * LEADING;
            show(line, MARGIN, y, size);
        }
    }

    private void show(String line, float x, float height, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, height);
        page.showText(line);
        page.endText();
    }

    private void begin() throws IOException {
        end();
        PDPage added = new PDPage(PDRectangle.A4);
        document.addPage(added);
        page = new PDPageContentStream(document, added);
        y = PDRectangle.A4.getHeight() - MARGIN;
        show(clean(footer) + "   page " + ++number, MARGIN, BOTTOM - 2 * TEXT, SMALL);
    }

    private void end() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    /** Lines that fit; a word that does not is cut. */
    private List<String> broken(String text, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        int space = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String character = Character.toString(text.codePointAt(i));
            float width = font.getStringWidth(character) / THOUSANDTHS * size;
            if (used + width > WIDTH) {
                int cut = space > 0 ? space : line.length();
                lines.add(line.substring(0, cut));
                line.delete(0, space > 0 ? cut + 1 : cut);
                used = font.getStringWidth(line.toString()) / THOUSANDTHS * size;
                space = -1;
            }
            if (character.equals(" ")) {
                space = line.length();
            }
            line.append(character);
            used += width;
        }
        lines.add(line.toString());
        return lines;
    }

    private String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(point -> Character.isWhitespace(point) ? ' ' : point)
                .forEach(
                        point -> clean.appendCodePoint(printable.computeIfAbsent(point, this::canPrint) ? point : '?'));
        return clean.toString();
    }

    private boolean canPrint(int point) {
        try {
            font.encode(Character.toString(point));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        end();
        document.close();
    }
}
