package io.entente.hub.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class NativeLz4Test {

  @Test
  void compressesByMachineCodeInALoaderOfItsOwn() throws Exception {
    // Given
    try (var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {

      // When
      Class.forName(KafkaAccess.class.getName(), true, loader);

      // Then
      Object fastest =
          Class.forName("net.jpountz.lz4.LZ4Factory", true, loader)
              .getMethod("fastestInstance")
              .invoke(null);
      assertThat(fastest).hasToString("LZ4Factory:JNI");
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    var places = new ArrayList<URL>();
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      places.add(new File(place).toURI().toURL());
    }
    return places.toArray(URL[]::new);
  }
}
