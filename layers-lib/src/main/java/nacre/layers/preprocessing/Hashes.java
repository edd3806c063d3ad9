package nacre.layers.preprocessing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Numbers made of words that look random but are always the same: words without a number of their
/// own share these.
///
/// Source: Pike and Alakuijala, FarmHash (2014), its fingerprint of 64 bits; Aumasson and
/// Bernstein, SipHash (2012).
final class Hashes {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;
    private static final long CAT = 0xc6a4a7935bd1e995L;

    private Hashes() {}

    /// The bucket of a word: without a salt by its fingerprint, with one by a hash nobody can
    /// foresee without it.
    static long bucket(String word, long buckets, long... salt) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return Long.remainderUnsigned(
                salt.length == 0 ? fingerprint(bytes) : sip(bytes, salt[0], salt[1]), buckets);
    }

    static long fingerprint(String word) {
        return fingerprint(word.getBytes(StandardCharsets.UTF_8));
    }

    /// One fingerprint of two.
    static long join(long a, long b) {
        long result = (a ^ CAT) ^ (fold(b * CAT) * CAT);
        return fold(fold(result * CAT) * CAT);
    }

    // --- FarmHash

    private static long at(byte[] s, int i) {
        return (long) LONG.get(s, i);
    }

    private static long fold(long x) {
        return x ^ (x >>> 47);
    }

    private static long mix(long u, long v, long mul) {
        long a = fold((u ^ v) * mul);
        return fold((v ^ a) * mul) * mul;
    }

    static long fingerprint(byte[] s) {
        int n = s.length;
        if (n <= 16) {
            return upTo16(s, n);
        }
        long mul = K2 + 2L * n;
        return n <= 32 ? upTo32(s, n, mul) : n <= 64 ? upTo64(s, n, mul) : longer(s, n);
    }

    private static long upTo16(byte[] s, int n) {
        long mul = K2 + 2L * n;
        if (n >= 8) {
            long a = at(s, 0) + K2;
            long b = at(s, n - 8);
            return mix(Long.rotateRight(b, 37) * mul + a, (Long.rotateRight(a, 25) + b) * mul, mul);
        }
        if (n >= 4) {
            long a = (int) INT.get(s, 0) & 0xffffffffL;
            return mix(n + (a << 3), (int) INT.get(s, n - 4) & 0xffffffffL, mul);
        }
        if (n == 0) {
            return K2;
        }
        long y = (s[0] & 0xff) + ((s[n >> 1] & 0xffL) << 8);
        long z = n + ((s[n - 1] & 0xffL) << 2);
        return fold(y * K2 ^ z * K0) * K2;
    }

    private static long upTo32(byte[] s, int n, long mul) {
        long a = at(s, 0) * K1;
        long b = at(s, 8);
        long c = at(s, n - 8) * mul;
        long d = at(s, n - 16) * K2;
        return mix(
                Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d,
                a + Long.rotateRight(b + K2, 18) + c,
                mul);
    }

    private static long upTo64(byte[] s, int n, long mul) {
        long a = at(s, 0) * K2;
        long b = at(s, 8);
        long c = at(s, n - 8) * mul;
        long d = at(s, n - 16) * K2;
        long y = Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d;
        long z = mix(y, a + Long.rotateRight(b + K2, 18) + c, mul);
        long e = at(s, 16) * mul;
        long f = at(s, 24);
        long g = (y + at(s, n - 32)) * mul;
        long h = (z + at(s, n - 24)) * mul;
        return mix(
                Long.rotateRight(e + f, 43) + Long.rotateRight(g, 30) + h,
                e + Long.rotateRight(f + a, 18) + g,
                mul);
    }

    /// Blocks of 64 bytes; the last one ends where the text ends.
    private static long longer(byte[] s, int n) {
        long seed = 81;
        long x = seed * K2 + at(s, 0);
        long y = seed * K1 + 113;
        long z = fold(y * K2 + 113) * K2;
        long[] v = {0, 0};
        long[] w = {0, 0};
        int end = (n - 1) / 64 * 64;
        int last = end + ((n - 1) & 63) - 63;
        for (int i = 0; ; i += 64) {
            boolean final64 = i == end;
            int p = final64 ? last : i;
            long mul = final64 ? K1 + ((z & 0xff) << 1) : K1;
            long nine = final64 ? 9 : 1;
            if (final64) {
                w[0] += (n - 1) & 63;
                v[0] += w[0];
                w[0] += v[0];
            }
            x = Long.rotateRight(x + y + v[0] + at(s, p + 8), 37) * mul;
            y = Long.rotateRight(y + v[1] + at(s, p + 48), 42) * mul;
            x ^= w[1] * nine;
            y += v[0] * nine + at(s, p + 40);
            z = Long.rotateRight(z + w[0], 33) * mul;
            v = weak(s, p, v[1] * mul, x + w[0]);
            w = weak(s, p + 32, z + w[1], y + at(s, p + 16));
            long swap = z;
            z = x;
            x = swap;
            if (final64) {
                return mix(mix(v[0], w[0], mul) + fold(y) * K0 + z, mix(v[1], w[1], mul) + x, mul);
            }
        }
    }

    private static long[] weak(byte[] s, int p, long a, long b) {
        long first = a + at(s, p);
        long second = Long.rotateRight(b + first + at(s, p + 24), 21);
        long sum = first + at(s, p + 8) + at(s, p + 16);
        return new long[] {sum + at(s, p + 24), second + Long.rotateRight(sum, 44) + first};
    }

    // --- SipHash-2-4

    static long sip(byte[] s, long k0, long k1) {
        long[] v = {
            k0 ^ 0x736f6d6570736575L,
            k1 ^ 0x646f72616e646f6dL,
            k0 ^ 0x6c7967656e657261L,
            k1 ^ 0x7465646279746573L
        };
        int whole = s.length / 8 * 8;
        for (int i = 0; i < whole; i += 8) {
            absorb(v, at(s, i));
        }
        long rest = (long) s.length << 56;
        for (int i = whole; i < s.length; i++) {
            rest |= (s[i] & 0xffL) << (8 * (i - whole));
        }
        absorb(v, rest);
        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round(v);
        }
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void absorb(long[] v, long block) {
        v[3] ^= block;
        round(v);
        round(v);
        v[0] ^= block;
    }

    private static void round(long... v) {
        v[0] += v[1];
        v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
        v[0] = Long.rotateLeft(v[0], 32);
        v[2] += v[3];
        v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
        v[2] = Long.rotateLeft(v[2], 32);
    }
}
