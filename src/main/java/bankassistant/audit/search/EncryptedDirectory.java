package bankassistant.audit.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;

/**
 * Files encrypted with AES in counter mode (NIST SP 800-38A), each behind a random first counter of 16 bytes. Lucene writes a
 * file once and never over it, so that no part of the key stream is used twice. Keeps secrets, but does not show alterations.
 */
final class EncryptedDirectory extends FilterDirectory {

    private static final int BLOCK = 16;
    private static final int BUFFER = 8_192;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    EncryptedDirectory(Directory files, SecretKey key) {
        super(files);
        this.key = key;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return encrypted(in.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return encrypted(in.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput encrypted(IndexOutput file) throws IOException {
        byte[] start = new byte[BLOCK];
        random.nextBytes(start);
        file.writeBytes(start, BLOCK);
        return new OutputStreamIndexOutput("encrypted " + file, file.getName(), new Encrypting(file, cipher(start, 0)),
                BUFFER);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        IndexInput file = in.openInput(name, context);
        try {
            byte[] start = new byte[BLOCK];
            file.readBytes(start, 0, BLOCK);
            return new Decrypting(file, start);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public long fileLength(String name) throws IOException {
        return in.fileLength(name) - BLOCK;
    }

    /** @param block how many blocks lie before the first that is to be en- or decrypted */
    private Cipher cipher(byte[] start, long block) throws IOException {
        byte[] counter = start.clone();
        long carry = block;
        for (int i = BLOCK - 1; i >= 0 && carry != 0; i--) {
            long sum = (counter[i] & 0xFF) + (carry & 0xFF);
            counter[i] = (byte) sum;
            carry = (carry >>> 8) + (sum >>> 8);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IOException("no AES", e);
        }
    }

    private static final class Encrypting extends OutputStream {

        private final IndexOutput file;
        private final Cipher cipher;

        Encrypting(IndexOutput file, Cipher cipher) {
            this.file = file;
            this.cipher = cipher;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] encrypted = cipher.update(bytes, from, length);
            if (encrypted != null) {
                file.writeBytes(encrypted, encrypted.length);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private final class Decrypting extends BufferedIndexInput {

        private IndexInput file;
        private final byte[] start;

        Decrypting(IndexInput file, byte[] start) {
            super("encrypted " + file, BUFFER);
            this.file = file;
            this.start = start;
        }

        @Override
        protected void readInternal(ByteBuffer buffer) throws IOException {
            long from = getFilePointer();
            int into = (int) (from % BLOCK);
            // from the beginning of a block on, so that the key stream is at its place
            byte[] bytes = new byte[into + buffer.remaining()];
            file.seek(BLOCK + from);
            file.readBytes(bytes, into, buffer.remaining());
            byte[] decrypted = cipher(start, from / BLOCK).update(bytes, 0, bytes.length);
            buffer.put(decrypted, into, decrypted.length - into);
            Arrays.fill(bytes, (byte) 0);
        }

        @Override
        protected void seekInternal(long position) throws IOException {
            if (position > length()) {
                throw new EOFException("behind the end of " + file);
            }
        }

        @Override
        public long length() {
            return file.length() - BLOCK;
        }

        @Override
        public BufferedIndexInput clone() {
            Decrypting clone = (Decrypting) super.clone();
            clone.file = file.clone();
            return clone;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
