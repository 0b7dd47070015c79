/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;

/** Copies collections between Java and the Scala interface of Spark's catalog. */
final class ScalaCollections {
    private ScalaCollections() {}

    static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toSeq();
    }

    static <T> List<T> list(Seq<T> seq) {
        return List.copyOf(JavaConverters.seqAsJavaList(seq));
    }

    static <K, V> scala.collection.immutable.Map<K, V> map(Map<K, V> map) {
        scala.collection.immutable.Map<K, V> copy = Map$.MODULE$.empty();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            copy = copy.$plus(new Tuple2<>(entry.getKey(), entry.getValue()));
        }
        return copy;
    }

    static <K, V> Map<K, V> map(scala.collection.Map<K, V> map) {
        return new LinkedHashMap<>(JavaConverters.mapAsJavaMap(map));
    }
}
