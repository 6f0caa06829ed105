package io.entente.simulator.apigee.proxy.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An IPv4 or IPv6 address written as one; names are never looked up. */
public final class IpAddress {

  private static final Pattern V4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private record Range(IpAddress address, int bits) {

    private static Range of(String address, int bits) {
      return new Range(parse(address).orElseThrow(), bits);
    }
  }

  private static final List<Range> LOCAL =
      List.of(
          Range.of("10.0.0.0", 8),
          Range.of("127.0.0.0", 8),
          Range.of("169.254.0.0", 16),
          Range.of("172.16.0.0", 12),
          Range.of("192.168.0.0", 16),
          Range.of("::1", 128),
          Range.of("fc00::", 7),
          Range.of("fe80::", 10));

  private final List<Integer> bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = IntStream.range(0, bytes.length).mapToObj(i -> bytes[i] & 0xFF).toList();
  }

  /** Empty when the text is no address. */
  public static Optional<IpAddress> parse(String text) {
    boolean v4 = V4.matcher(text).matches();
    boolean small =
        v4 && Arrays.stream(text.split("\\.", -1)).allMatch(p -> Integer.parseInt(p) < 256);
    if (!small && (v4 || !V6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IpAddress(InetAddress.getByName(text).getAddress()));
    } catch (UnknownHostException bad) {
      return Optional.empty();
    }
  }

  /** Whether it is of a network that is not routed on the internet. */
  public boolean local() {
    return LOCAL.stream().anyMatch(range -> agrees(range.address(), range.bits()));
  }

  /** The number of bits: 32 or 128. */
  public int length() {
    return bytes.size() * 8;
  }

  /** Whether the first bits are those of another address of the same kind. */
  public boolean agrees(IpAddress other, int bits) {
    if (other.length() != length()) {
      return false;
    }
    for (int bit = 0; bit < Math.min(bits, length()); bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((bytes.get(bit / 8) & mask) != (other.bytes.get(bit / 8) & mask)) {
        return false;
      }
    }
    return true;
  }
}
