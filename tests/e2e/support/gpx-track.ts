/** A steady run as a GPX file: `minutes` long, a point every five seconds, with heart rate. */
export function gpxTrack(start: Date, minutes: number): Buffer {
  const points = Array.from({ length: minutes * 12 + 1 }, (_, index) => {
    const time = new Date(start.getTime() + index * 5000).toISOString();
    const latitude = (50.1 + index * 0.00013).toFixed(6);
    const bpm = 140 + Math.round(8 * Math.sin(index / 20));
    return `<trkpt lat="${latitude}" lon="8.600000"><ele>110</ele><time>${time}</time><extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>${bpm}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>`;
  });
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"><trk><name>Steady run</name><type>running</type><trkseg>${points.join("")}</trkseg></trk></gpx>`,
  );
}
