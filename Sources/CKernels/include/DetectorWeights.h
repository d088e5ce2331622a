#ifndef IJ_DETECTOR_WEIGHTS_H
#define IJ_DETECTOR_WEIGHTS_H

// Written by Training/train-detector; do not edit.

#define IJ_DETECTOR_BANDS 32
#define IJ_DETECTOR_STACKED 128
#define IJ_DETECTOR_HIDDEN 48
#define IJ_DETECTOR_OUTPUTS 4

extern const float ij_detector_input_weight[6144]; // 128 x 48
extern const float ij_detector_input_bias[48]; // 48
extern const float ij_detector_gru1_input_weight[6912]; // 48 x 144
extern const float ij_detector_gru1_recurrent_weight[6912]; // 48 x 144
extern const float ij_detector_gru1_input_bias[144]; // 144
extern const float ij_detector_gru1_recurrent_bias[144]; // 144
extern const float ij_detector_gru2_input_weight[6912]; // 48 x 144
extern const float ij_detector_gru2_recurrent_weight[6912]; // 48 x 144
extern const float ij_detector_gru2_input_bias[144]; // 144
extern const float ij_detector_gru2_recurrent_bias[144]; // 144
extern const float ij_detector_head_weight[384]; // 96 x 4
extern const float ij_detector_head_bias[4]; // 4

#endif
