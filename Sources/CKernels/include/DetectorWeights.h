#ifndef IJ_DETECTOR_WEIGHTS_H
#define IJ_DETECTOR_WEIGHTS_H

// Written by Training/train-detector; do not edit.

#define IJ_DETECTOR_BANDS 32
#define IJ_DETECTOR_STACKED 128
#define IJ_DETECTOR_HIDDEN 48
#define IJ_DETECTOR_OUTPUTS 4

// Levels go in as (level + offset) * unit.
#define IJ_DETECTOR_LEVEL_OFFSET 3.5f
#define IJ_DETECTOR_LEVEL_UNIT 4096.0f

extern const short ij_detector_input_weight[6144]; // 64 x 48 x 2
extern const float ij_detector_input_scale[48]; // 48
extern const float ij_detector_input_bias[48]; // 48
extern const short ij_detector_gru1_input_weight[6912]; // 24 x 144 x 2
extern const float ij_detector_gru1_input_scale[144]; // 144
extern const float ij_detector_gru1_input_bias[144]; // 144
extern const short ij_detector_gru1_recurrent_weight[6912]; // 24 x 144 x 2
extern const float ij_detector_gru1_recurrent_scale[144]; // 144
extern const float ij_detector_gru1_recurrent_bias[144]; // 144
extern const short ij_detector_gru2_input_weight[6912]; // 24 x 144 x 2
extern const float ij_detector_gru2_input_scale[144]; // 144
extern const float ij_detector_gru2_input_bias[144]; // 144
extern const short ij_detector_gru2_recurrent_weight[6912]; // 24 x 144 x 2
extern const float ij_detector_gru2_recurrent_scale[144]; // 144
extern const float ij_detector_gru2_recurrent_bias[144]; // 144
extern const short ij_detector_head_weight[1536]; // 48 x 16 x 2
extern const float ij_detector_head_scale[16]; // 16
extern const float ij_detector_head_bias[16]; // 16

#endif
